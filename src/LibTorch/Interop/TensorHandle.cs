using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

/// <summary>One counted reference to a tensor of libtorch.</summary>
sealed class TensorHandle : SafeHandle
{
    internal TensorHandle(nint tensor)
        : base(0, ownsHandle: true) => SetHandle(tensor);

    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle()
    {
        Shim.TensorFree(handle);
        return true;
    }
}
