/** «Песочница»: a public network of the demo. Anyone writes there; the product reaches it through the port of networks alone. */
@ApplicationModule(allowedDependencies = {"kernel", "networks", "directory", "region", "web"})
@NullMarked
package ru.otklik.sandbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
