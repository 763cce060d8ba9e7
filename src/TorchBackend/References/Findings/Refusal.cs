namespace ParityNet.Torch.References.Findings;

/// <summary>Whether TorchSharp refuses a call.</summary>
static class Refusal
{
    /// <summary>Whether a call ends in an exception.</summary>
    public static bool Of(Action call)
    {
        try
        {
            call();
            return false;
        }
        catch (Exception refusal) when (refusal is not OutOfMemoryException)
        {
            return true;
        }
    }
}
