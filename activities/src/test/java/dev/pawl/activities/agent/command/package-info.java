@NullMarked
package dev.pawl.activities.agent.command;

import org.jspecify.annotations.NullMarked;
