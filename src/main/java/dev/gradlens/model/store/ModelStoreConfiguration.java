package dev.gradlens.model.store;

import dev.gradlens.model.Models;
import dev.gradlens.volume.DataVolume;
import dev.gradlens.volume.FileReferences;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Puts the room together. */
@Configuration(proxyBeanMethods = false)
class ModelStoreConfiguration {

    @Bean
    Models models(JdbcClient database, DataVolume volume, JsonMapper json) {
        return new StoredModels(new ModelRows(database, new RowTexts(json)), volume, json);
    }

    /** Files stay as long as a model needs them. */
    @Bean
    FileReferences modelFiles(JdbcClient database, JsonMapper json) {
        return new ModelRows(database, new RowTexts(json))::needed;
    }
}
