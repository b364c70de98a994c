/** Pure decisions: what follows from evidence, history and limits. */
@NullMarked
package dev.pawl.workflows.policy;

import org.jspecify.annotations.NullMarked;
