/** Tests of the Copilot adapter in addition to the contract of all agents. */
@NullMarked
package dev.pawl.agent.copilot;

import org.jspecify.annotations.NullMarked;
