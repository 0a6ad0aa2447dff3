package dev.gradlens.training.web;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.gradlens.training.TrainingEvent;
import dev.gradlens.training.TrainingHistory;
import dev.gradlens.wire.AnsweredEvents;
import dev.gradlens.wire.bind.WireNames;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import tools.jackson.databind.json.JsonMapper;

/** Events of a training behind a number: as a page of those there are, or as a stream that goes on until its end. */
final class ShownEvents implements AnsweredEvents {
    /** Events that are fetched at once. */
    private static final int AT_ONCE = 5;

    /** Numbers of metrics on a page, after which it ends: some MB of JSON. */
    private static final long MOST_NUMBERS = 200_000;

    /** After which a silent stream says that it is alive, so that neither a proxy nor the server takes it for dead. */
    private static final Duration SILENCE = Duration.ofSeconds(15);

    /** After which a client comes back that lost its stream, in ms. */
    private static final String RETRY = "retry: 1000\n\n";

    private final TrainingHistory history;
    private final EventWatch watch;
    private final JsonMapper json;
    private final String training;
    private final long after;
    private final int limit;

    ShownEvents(Sources sources, String training, long after, int limit) {
        this.history = sources.history();
        this.watch = sources.watch();
        this.json = sources.json();
        this.training = training;
        this.after = after;
        this.limit = limit;
    }

    /** Where events come from. */
    record Sources(TrainingHistory history, EventWatch watch, JsonMapper json) {}

    @JsonValue
    EventsAnswer document() {
        List<EventAnswer> items = new ArrayList<>();
        long numbers = 0;
        List<TrainingEvent> some = history.events(training, after, Math.min(limit, AT_ONCE));
        while (!some.isEmpty()) {
            for (TrainingEvent event : some) {
                items.add(EventAnswer.of(event));
                numbers += event.metrics() == null ? 0 : event.metrics().size();
            }
            int left = numbers < MOST_NUMBERS ? limit - items.size() : 0;
            some = left == 0
                    ? List.of()
                    : history.events(training, items.getLast().id(), Math.min(left, AT_ONCE));
        }
        return new EventsAnswer(items, items.isEmpty() ? null : items.getLast().id());
    }

    @Override
    public void write(OutputStream out) throws IOException {
        send(RETRY, out);
        try {
            long known = after;
            boolean open = true;
            while (open) {
                boolean ended = history.isOver(training); // asked first: what happened before its end is then seen
                Optional<Long> last = sendBehind(known, out);
                known = last.orElse(known);
                open = !watch.isClosing() && (last.isPresent() || (!ended && goesOn(known, out)));
            }
        } catch (DataAccessException | TransactionException away) {
            throw new IOException("the database is away: the client comes back", away);
        }
    }

    /** Sends all that happened behind a number; returns the number of the last, if there was one. */
    private Optional<Long> sendBehind(long number, OutputStream out) throws IOException {
        List<TrainingEvent> events = history.events(training, number, AT_ONCE);
        for (TrainingEvent event : events) {
            EventAnswer answer = EventAnswer.of(event);
            out.write("id: %d\nevent: %s\ndata: "
                    .formatted(answer.id(), WireNames.of(answer.event()))
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(json.writeValueAsBytes(answer));
            out.write("\n\n".getBytes(StandardCharsets.US_ASCII));
        }
        if (events.isEmpty()) {
            return Optional.empty();
        }
        out.flush();
        return Optional.of(events.getLast().number());
    }

    /** Waits for more; says something where there is nothing, which fails where the client has left. */
    private boolean goesOn(long known, OutputStream out) throws IOException {
        try {
            if (!watch.await(training, known, SILENCE)) {
                send(":\n\n", out);
            }
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void send(String text, OutputStream out) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }
}
