/** A model server that plays a script instead of running a model, for tests of real agent programs. */
@NullMarked
package dev.pawl.agent.modelserver;

import org.jspecify.annotations.NullMarked;
