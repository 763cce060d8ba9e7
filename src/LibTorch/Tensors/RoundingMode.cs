namespace TorchSharp;

public static partial class torch
{
    static string? Name(RoundingMode mode) => mode == RoundingMode.None ? null : mode.ToString();

    /// <summary>What becomes of the fraction of a quotient.</summary>
    public enum RoundingMode
    {
        /// <summary>It stays.</summary>
        None,

        /// <summary>It is cut off.</summary>
        trunc,

        /// <summary>The quotient is rounded down.</summary>
        floor,
    }
}
