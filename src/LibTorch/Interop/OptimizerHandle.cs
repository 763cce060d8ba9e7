using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

/// <summary>One optimizer of libtorch's C++ library.</summary>
sealed class OptimizerHandle : SafeHandle
{
    internal OptimizerHandle(nint optimizer)
        : base(0, ownsHandle: true) => SetHandle(optimizer);

    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle()
    {
        Shim.OptimizerFree(handle);
        return true;
    }
}
