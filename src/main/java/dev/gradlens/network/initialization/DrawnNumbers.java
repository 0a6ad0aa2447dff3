package dev.gradlens.network.initialization;

import dev.gradlens.random.RandomStream;
import dev.gradlens.random.RandomStream.Purpose;
import dev.gradlens.tensor.Cores;
import dev.gradlens.tensor.Values;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The first normal numbers of a layer's stream. A number takes some 40 ns, more than to write it in an answer, so that idle
 * cores help, and those of the last few layers are remembered: whoever explores a network, or grades a hundred
 * submissions of one exercise, asks for the same ones again and again.
 *
 * @param normal never written to
 */
record DrawnNumbers(double[] normal) {
    /** Of all that is remembered together: 8 MB. */
    private static final int MOST = 1 << 20;

    /** Numbers of one part, some 300 µs of work. */
    private static final int PART = 1 << 13;

    private static final Map<Key, DrawnNumbers> REMEMBERED = new LinkedHashMap<>(16, 0.75f, true);

    private record Key(long seed, int layer, int count) {}

    static DrawnNumbers remembered(long seed, int layer, int count) {
        Key key = new Key(seed, layer, count);
        synchronized (REMEMBERED) {
            DrawnNumbers known = REMEMBERED.get(key);
            if (known != null) {
                return known;
            }
        }
        DrawnNumbers drawn = draw(seed, layer, count);
        remember(key, drawn);
        return drawn;
    }

    private static void remember(Key key, DrawnNumbers drawn) {
        if (key.count() > MOST) {
            return;
        }
        synchronized (REMEMBERED) {
            REMEMBERED.put(key, drawn);
            int held = REMEMBERED.keySet().stream().mapToInt(Key::count).sum();
            var eldest = REMEMBERED.keySet().iterator();
            while (held > MOST) {
                held -= eldest.next().count();
                eldest.remove();
            }
        }
    }

    private static DrawnNumbers draw(long seed, int layer, int count) {
        double[] normal = new double[count];
        Cores.all().run(Math.ceilDiv(count, PART), part -> {
            int from = part * PART;
            RandomStream stream = RandomStream.after(from / 2, seed, Purpose.WEIGHTS, layer);
            for (int at = from; at < Math.min(from + PART, count); at++) {
                normal[at] = stream.normal();
            }
        });
        return new DrawnNumbers(normal);
    }

    /** Each multiplied by c. */
    Values times(double c, int rows, int columns) {
        double[] product = new double[normal.length];
        for (int at = 0; at < product.length; at++) {
            product[at] = c * normal[at];
        }
        return new Values(rows, columns, product);
    }
}
