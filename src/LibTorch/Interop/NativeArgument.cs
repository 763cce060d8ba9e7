using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

/// <summary>An argument as the shim reads it: <c>pn_argument</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
readonly record struct NativeArgument(ArgumentTag Tag, int Count, long Bits);
