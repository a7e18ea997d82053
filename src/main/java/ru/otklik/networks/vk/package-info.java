/** VKontakte, API 5.199: walls, boards and searches are heard, answers are comments of a community. */
@NullMarked
package ru.otklik.networks.vk;

import org.jspecify.annotations.NullMarked;
