/** Rules that every plan keeps: its graph of packages and the paths they own. Pure; used by clients and gateways. */
@NullMarked
package dev.pawl.api.plan;

import org.jspecify.annotations.NullMarked;
