package ru.otklik.networks.vk;

/** Citizens write in topics of a board. */
class VkBoardContractTest extends VkNetworkContractTest {

    @Override
    protected VkStage stage() {
        return StandInStage.board();
    }
}
