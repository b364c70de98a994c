/** What an operator sees in the Web UI. */
@NullMarked
package dev.pawl.acceptance.ui;

import org.jspecify.annotations.NullMarked;
