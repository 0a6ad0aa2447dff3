/**
 * What every endpoint shares: reading a request strictly, naming all of its faults, refusing it in words, and writing
 * numbers. This root holds the vocabulary of refusals and knows none of the packages below it; {@code json} reads text,
 * {@code bind} makes records of it, {@code tensors} are the numbers in them, {@code arrays} are files of them,
 * {@code parts} takes a body of several parts apart, {@code admission} bounds the work,
 * {@code setup} are the network, parameters and batch of a request, {@code problem} words the answer, {@code openapi}
 * describes all of it, {@code http} puts it on the web.
 */
@ApplicationModule(allowedDependencies = {"network", "tensor"})
@NullMarked
package dev.gradlens.wire;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
