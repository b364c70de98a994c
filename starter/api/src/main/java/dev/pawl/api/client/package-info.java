/** A small Java client for pawl.v1: channel, token and words of enum values. */
@NullMarked
package dev.pawl.api.client;

import org.jspecify.annotations.NullMarked;
