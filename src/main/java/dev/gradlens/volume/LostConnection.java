package dev.gradlens.volume;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;

/**
 * Tells the pool which connections are good for nothing any more. H2 closes a database whose file cannot be written, and opens
 * it anew only for a new connection; the pool knows such errors by SQL states that are not H2's.
 */
public final class LostConnection implements SQLExceptionOverride {
    @java.lang.Override
    public Override adjudicate(SQLException failure) {
        return failure instanceof SQLNonTransientConnectionException ? Override.MUST_EVICT : Override.CONTINUE_EVICT;
    }
}
