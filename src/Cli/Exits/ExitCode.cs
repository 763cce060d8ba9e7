namespace ParityNet.Cli.Exits;

/// <summary>What the process says to whoever started it.</summary>
static class ExitCode
{
    /// <summary>Done, and no disagreement is unexplained.</summary>
    public const int Done = 0;

    /// <summary>Done, and some disagreement is unexplained.</summary>
    public const int Disagreement = 1;

    /// <summary>Not done: something was asked for in the wrong way, or the machine lacks what it needs.</summary>
    public const int BadUsage = 2;

    /// <summary>Ended by Ctrl-C, with what there was by then written.</summary>
    public const int Interrupted = 130;
}
