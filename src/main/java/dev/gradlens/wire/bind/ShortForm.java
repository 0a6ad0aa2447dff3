package dev.gradlens.wire.bind;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A static method of one scalar parameter (a string, an enumeration, a boolean or a number) that gives what the scalar
 * stands for: {@code "relu"} for {@code {"type": "relu"}}. A type may have one for each kind of scalar.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface ShortForm {}
