package ru.otklik.networks.vk;

/** Citizens write in topics of a board. */
class VkBoardInSandboxTest extends VkInSandboxTest {

    @Override
    protected VkStage stage() {
        return SandboxStage.board(port, writing);
    }
}
