/**
 * The OpenAPI document, told from what requests and answers really are: records, their comments, and the annotations
 * that binding heeds. A record whose name ends in {@code Form} is one that clients send. May use {@code arrays},
 * {@code bind}, {@code tensors}, {@code problem}, the root of {@code wire} and springdoc.
 */
@NamedInterface("openapi")
@NullMarked
package dev.gradlens.wire.openapi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
