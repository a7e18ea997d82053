/** «Песочница»: the demo's own VK and Telegram, spoken to by the product's adapters as the real ones are; anyone writes there. */
@ApplicationModule(allowedDependencies = {"kernel", "networks", "accounts", "listening", "directory", "region", "web"})
@NullMarked
package ru.otklik.sandbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
