package ru.otklik.networks.vk;

/** Citizens reply to comments. */
class VkRepliesContractTest extends VkNetworkContractTest {

    @Override
    protected VkStage stage() {
        return StandInStage.replies();
    }
}
