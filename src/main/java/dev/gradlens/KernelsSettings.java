package dev.gradlens;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What computes.
 *
 * @param kernels {@code nd4j}, or {@code reference} for plain loops in Java, which need no native library
 */
@ConfigurationProperties("gradlens")
record KernelsSettings(@DefaultValue("nd4j") String kernels) {}
