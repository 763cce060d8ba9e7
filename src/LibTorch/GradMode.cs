using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Stops recording operations on this thread until the result is disposed.</summary>
    public static IDisposable no_grad() => new GradMode(false);

    /// <summary>Records operations on this thread, or not, until the result is disposed.</summary>
    public static IDisposable enable_grad(bool enabled = true) => new GradMode(enabled);

    /// <summary>Whether operations are recorded on this thread.</summary>
    public static bool is_grad_enabled() => Shim.GradMode() != 0;

    sealed class GradMode : IDisposable
    {
        readonly bool before = is_grad_enabled();

        internal GradMode(bool enabled) => Shim.SetGradMode(enabled ? 1 : 0);

        public void Dispose() => Shim.SetGradMode(before ? 1 : 0);
    }
}
