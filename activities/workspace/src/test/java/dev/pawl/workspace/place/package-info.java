@NullMarked
package dev.pawl.workspace.place;

import org.jspecify.annotations.NullMarked;
