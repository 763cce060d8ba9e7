using System.Runtime.InteropServices;
using System.Text;
using System.Text.RegularExpressions;

namespace ParityNet.Torch.Loading;

/// <summary>
/// What the loaded libtorch reports of its build. TorchSharp has no call for it, so the native library is called; null where that is not
/// possible.
/// </summary>
static unsafe partial class LibtorchBuild
{
    /// <summary>
    /// The vector instructions that libtorch chose, <c>default</c>, <c>avx2</c> or <c>avx512</c>: the values of <c>ATEN_CPU_CAPABILITY</c>.
    /// </summary>
    public static string? Capability { get; } = TorchNatives.Libtorch is { } library ? CapabilityOf(library) : null;

    /// <summary>The version of the MKL in libtorch.</summary>
    public static string? Mkl { get; } = TorchNatives.Libtorch is { } library ? MklOf(library) : null;

    // std::string at::get_cpu_capability(), in the System V calling convention for x64: the caller passes the memory of the result.
    static string? CapabilityOf(nint library)
    {
        if (RuntimeInformation.ProcessArchitecture != Architecture.X64
            || !NativeLibrary.TryGetExport(library, "_ZN2at18get_cpu_capabilityB5cxx11Ev", out nint function))
            return null;
        // The layout of std::string: pointer, length, and a 16-byte buffer for short strings, which holds every value of libtorch.
        nint* text = stackalloc nint[4];
        ((delegate* unmanaged<nint*, nint*>)function)(text);
        return Encoding.ASCII.GetString((byte*)text[0], (int)text[1]).ToLowerInvariant();
    }

    static string? MklOf(nint library)
    {
        if (!NativeLibrary.TryGetExport(library, "MKL_Get_Version_String", out nint function))
            return null;
        byte* text = stackalloc byte[256];
        ((delegate* unmanaged<byte*, int, void>)function)(text, 256);
        text[255] = 0;
        return VersionIn.Match(Marshal.PtrToStringUTF8((nint)text)!) is { Success: true } version ? version.Groups[1].Value : null;
    }

    [GeneratedRegex(@"Version (\d+(?:\.\d+)*)")]
    static partial Regex VersionIn { get; }
}
