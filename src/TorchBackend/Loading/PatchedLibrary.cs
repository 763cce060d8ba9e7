using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using System.Security.Cryptography;
using Microsoft.Win32.SafeHandles;

namespace ParityNet.Torch.Loading;

/// <summary>Loads a library from bytes, without a file where the kernel allows it.</summary>
[SupportedOSPlatform("linux")]
static partial class PatchedLibrary
{
    const uint CloseOnExec = 1;

    const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>Loads the bytes into this process.</summary>
    /// <param name="bytes">The library.</param>
    /// <exception cref="DllNotFoundException">The loader refuses them.</exception>
    /// <exception cref="IOException">The kernel has no memory files, and none can be written either.</exception>
    /// <exception cref="UnauthorizedAccessException">The same, for lack of permission.</exception>
    public static void Load(byte[] bytes)
    {
        if (!TryLoadFromMemory(bytes))
            NativeLibrary.Load(Cached(bytes));
    }

    static bool TryLoadFromMemory(byte[] bytes)
    {
        try
        {
            int descriptor = MemoryFile("libLibTorchSharp.so", CloseOnExec);
            if (descriptor < 0)
                return false;
            // The mapping outlives the descriptor.
            using var file = new FileStream(new SafeFileHandle(descriptor, ownsHandle: true), FileAccess.Write, bufferSize: 0);
            file.Write(bytes);
            NativeLibrary.Load($"/proc/self/fd/{descriptor}");
            return true;
        }
        catch (DllNotFoundException refusal) when (LoaderRefusal.Missing(refusal) is not null)
        {
            // A dependency that is missing here is missing for a file too.
            throw;
        }
        catch (Exception refusal) when (refusal is DllNotFoundException or EntryPointNotFoundException or IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    // Named by a hash of its content and renamed only when complete, so that another process never finds a wrong or partial file.
    static string Cached(byte[] bytes)
    {
        string folder = Path.Combine(CacheHome(), "paritynet");
        Directory.CreateDirectory(folder, OwnerOnly);
        // This fails for anyone but the folder's owner, so that a library from another user's folder is never loaded.
        File.SetUnixFileMode(folder, OwnerOnly);
        string path = Path.Combine(folder, $"libLibTorchSharp-{Convert.ToHexStringLower(SHA256.HashData(bytes))}.so");
        if (File.Exists(path) && File.ReadAllBytes(path).AsSpan().SequenceEqual(bytes))
            return path;
        string unfinished = Path.Combine(folder, Path.GetRandomFileName());
        try
        {
            using (var file = new FileStream(unfinished,
                new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = OwnerOnly }))
                file.Write(bytes);
            File.Move(unfinished, path, overwrite: true);
        }
        finally
        {
            File.Delete(unfinished);
        }
        return path;
    }

    static string CacheHome()
    {
        // The XDG Base Directory Specification ignores relative paths.
        if (Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { } cache && Path.IsPathRooted(cache))
            return cache;
        string home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        return Path.IsPathRooted(home) ? Path.Combine(home, ".cache")
            : throw new IOException("A cache must have a home: expected a user's folder, got none.");
    }

    [LibraryImport("libc", EntryPoint = "memfd_create", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int MemoryFile(string name, uint flags);
}
