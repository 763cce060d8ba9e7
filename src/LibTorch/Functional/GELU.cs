namespace TorchSharp.Modules;

/// <summary>Gaussian error linear units.</summary>
public static class GELU
{
    /// <summary>How the normal distribution function is computed; the names are libtorch's.</summary>
    public enum Approximate
    {
        /// <summary>By the error function.</summary>
        none,

        /// <summary>By a hyperbolic tangent of a cubic.</summary>
        tanh,
    }
}
