package dev.gradlens.wire.bind;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.lang.reflect.AnnotatedElement;
import java.util.List;

/**
 * What Bean Validation's annotations on a component allow. They are read here rather than by a validator so that their
 * faults stand beside all others, and kept as annotations so that the OpenAPI document shows them.
 */
record Range(List<Bound> bounds) {
    static final Range ANY = new Range(List.of());

    static Range of(AnnotatedElement element) {
        return new Range(List.of(element.getAnnotations()).stream()
                .<Bound>mapMulti((annotation, bounds) -> {
                    switch (annotation) {
                        case Positive positive -> bounds.accept(Bound.above(0));
                        case PositiveOrZero positive -> bounds.accept(Bound.atLeast(0));
                        case Min least -> bounds.accept(Bound.atLeast((double) least.value()));
                        case Max most -> bounds.accept(Bound.atMost((double) most.value()));
                        case DecimalMin least -> bounds.accept(Bound.of(least));
                        case DecimalMax most -> bounds.accept(Bound.of(most));
                        case Size size -> bounds.accept(Bound.of(size));
                        default -> {}
                    }
                })
                .toList());
    }

    /** Whether a value lies within; said at the place if not. */
    boolean admits(Object value, Place place) {
        for (Bound bound : bounds) {
            if (!bound.admits(value)) {
                place.fault(bound.complaint(value));
                return false;
            }
        }
        return true;
    }

    /** The least integer that is allowed, of those from a given one on. */
    long least(long ofAll) {
        return bounds.stream().mapToLong(Bound::least).reduce(ofAll, Math::max);
    }

    /** The greatest integer that is allowed, of those up to a given one. */
    long most(long ofAll) {
        return bounds.stream().mapToLong(Bound::most).reduce(ofAll, Math::min);
    }
}
