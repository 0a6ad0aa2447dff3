package dev.gradlens;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What computes.
 *
 * @param kernels {@code blas} for Java's own arrays and the BLAS of native libraries; {@code nd4j} for ND4J, which is what
 *     uses a graphics card; {@code reference} for plain loops in Java, which need no native library
 */
@ConfigurationProperties("gradlens")
record KernelsSettings(@DefaultValue("blas") String kernels) {}
