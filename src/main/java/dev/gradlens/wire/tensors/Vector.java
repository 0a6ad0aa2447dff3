package dev.gradlens.wire.tensors;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says of a {@link Tensor} in an answer that it is always a vector, where the others are matrices. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Vector {
    /** Whether it is always a plain array, whichever form is asked for. */
    boolean plain() default false;
}
