/** JSON text read strictly into a light tree of values. May use the root of {@code wire}, {@code numbers} and Jackson's tokenizer. */
@NamedInterface("json")
@NullMarked
package dev.gradlens.wire.json;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
