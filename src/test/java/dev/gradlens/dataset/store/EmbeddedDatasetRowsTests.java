package dev.gradlens.dataset.store;

import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** In H2, as it runs where no other database is named. */
class EmbeddedDatasetRowsTests extends DatasetRowsContract {
    @Override
    DataSource database() {
        return new DriverManagerDataSource(
                "jdbc:h2:mem:datasets;DB_CLOSE_DELAY=-1;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH");
    }
}
