package dev.gradlens.dataset.store;

import dev.gradlens.dataset.Datasets;
import dev.gradlens.volume.DataVolume;
import dev.gradlens.volume.FileReferences;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts the room together. */
@Configuration(proxyBeanMethods = false)
class StoreConfiguration {

    @Bean
    Datasets datasets(JdbcClient database, DataVolume volume) {
        List<BuiltIn> builtIns = List.of(BuiltIn.read("iris", "Iris"), BuiltIn.read("digits", "Digits"));
        return new StoredDatasets(builtIns, new DatasetRows(database), volume);
    }

    /** Files stay as long as a data set needs them. */
    @Bean
    FileReferences datasetFiles(JdbcClient database) {
        return new DatasetRows(database)::needed;
    }
}
