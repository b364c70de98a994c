@NullMarked
package dev.pawl.activities.agent.signin;

import org.jspecify.annotations.NullMarked;
