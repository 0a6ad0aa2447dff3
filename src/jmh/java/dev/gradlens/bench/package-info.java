/**
 * How fast: what JMH measures, and the work that is measured beside PyTorch. No part of the service; may know every
 * public class of it.
 */
@NullMarked
package dev.gradlens.bench;

import org.jspecify.annotations.NullMarked;
