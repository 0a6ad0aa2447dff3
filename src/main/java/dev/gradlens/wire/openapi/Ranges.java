package dev.gradlens.wire.openapi;

import io.swagger.v3.oas.models.media.Schema;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.math.BigDecimal;

/** Shows the ranges that binding holds values to, by the same annotations. */
final class Ranges {
    private Ranges() {}

    static void show(AnnotatedElement element, Schema<?> schema) {
        for (Annotation annotation : element.getAnnotations()) {
            switch (annotation) {
                case Positive positive -> schema.exclusiveMinimumValue(BigDecimal.ZERO);
                case PositiveOrZero positive -> schema.minimum(BigDecimal.ZERO);
                case Min least -> schema.minimum(BigDecimal.valueOf(least.value()));
                case Max most -> schema.maximum(BigDecimal.valueOf(most.value()));
                case DecimalMin least -> show(least, schema);
                case DecimalMax most -> show(most, schema);
                case Size size -> show(size, schema);
                default -> {}
            }
        }
    }

    private static void show(DecimalMin least, Schema<?> schema) {
        BigDecimal bound = new BigDecimal(least.value());
        if (least.inclusive()) {
            schema.minimum(bound);
        } else {
            schema.exclusiveMinimumValue(bound);
        }
    }

    private static void show(DecimalMax most, Schema<?> schema) {
        BigDecimal bound = new BigDecimal(most.value());
        if (most.inclusive()) {
            schema.maximum(bound);
        } else {
            schema.exclusiveMaximumValue(bound);
        }
    }

    private static void show(Size size, Schema<?> schema) {
        Integer most = size.max() == Integer.MAX_VALUE ? null : size.max();
        if (schema.getItems() != null) {
            schema.minItems(size.min()).maxItems(most);
        } else {
            schema.minLength(size.min()).maxLength(most);
        }
    }
}
