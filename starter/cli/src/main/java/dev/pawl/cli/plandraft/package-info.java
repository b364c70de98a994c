/** Plans that an agent drafts: what it is asked, what it may choose, and what becomes of its answer. */
@NullMarked
package dev.pawl.cli.plandraft;

import org.jspecify.annotations.NullMarked;
