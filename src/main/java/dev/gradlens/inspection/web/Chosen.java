package dev.gradlens.inspection.web;

import dev.gradlens.wire.Echo;
import dev.gradlens.wire.bind.Place;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A tensor that is to be shown.
 *
 * @param name on the wire
 * @param layer from 1; null for all that have it
 */
record Chosen(String name, @Nullable Integer layer) {
    private static final String NAMES = String.join(", ", TensorName.where(name -> true));

    /** As many digits as an {@code int} surely holds. */
    private static final Pattern LAYER = Pattern.compile("[1-9][0-9]{0,8}");

    /**
     * Reads {@code dW} or {@code dW2}.
     *
     * @param layers of the network; null where that is not known
     * @return null where no tensor is called so, which then has been said
     */
    static @Nullable Chosen read(String text, @Nullable Integer layers, Place place) {
        if (text.equals(TensorName.OF_X) || !TensorName.where(text::equals).isEmpty()) {
            return new Chosen(text, null);
        }
        List<String> names =
                TensorName.where(name -> text.startsWith(name) && isLayer(text.substring(name.length()), layers));
        if (names.isEmpty()) {
            place.fault("must name a tensor, %s or one of %s, in every layer or followed by a layer's number%s, got %s"
                    .formatted(TensorName.OF_X, NAMES, upTo(layers), Echo.of(text)));
            return null;
        }
        return new Chosen(
                names.getFirst(),
                Integer.valueOf(text.substring(names.getFirst().length())));
    }

    private static boolean isLayer(String number, @Nullable Integer layers) {
        return LAYER.matcher(number).matches() && (layers == null || Integer.parseInt(number) <= layers);
    }

    private static String upTo(@Nullable Integer layers) {
        return layers == null ? "" : " from 1 to " + layers;
    }
}
