@NullMarked
package dev.pawl.workspace.integration;

import org.jspecify.annotations.NullMarked;
