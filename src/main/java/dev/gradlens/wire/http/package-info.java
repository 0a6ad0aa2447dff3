/**
 * The web side of what endpoints share: bodies, refusals below Spring, cross-origin settings. May use every package of
 * {@code wire}; nothing uses it.
 */
@NullMarked
package dev.gradlens.wire.http;

import org.jspecify.annotations.NullMarked;
