using TorchSharp.Interop;

namespace TorchSharp;

/// <summary>The functions of libtorch, under the names and with the parameters that TorchSharp gives them.</summary>
public static unsafe partial class torch
{
    /// <summary>The version of libtorch that the shim was compiled against.</summary>
    public static string __version__ => Shim.Text(Shim.Version());

    /// <summary>How libtorch was built, as it tells itself: PyTorch's <c>torch.__config__.show()</c>, which TorchSharp lacks.</summary>
    public static string __config__ => Shim.Text(Shim.Build());

    /// <summary>Starts a scope that disposes the tensors made on this thread while it is the innermost one.</summary>
    public static DisposeScope NewDisposeScope() => new();

    /// <summary>How many threads one operation may use.</summary>
    public static int get_num_threads() => Shim.Threads();
}
