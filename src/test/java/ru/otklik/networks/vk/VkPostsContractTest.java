package ru.otklik.networks.vk;

/** Citizens write on the wall. */
class VkPostsContractTest extends VkNetworkContractTest {

    @Override
    protected VkStage stage() {
        return StandInStage.posts();
    }
}
