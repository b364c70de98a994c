@NullMarked
package dev.pawl.agent.command;

import org.jspecify.annotations.NullMarked;
