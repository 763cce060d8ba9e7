using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>A tensor of libtorch.</summary>
    /// <remarks>
    /// Belongs to the innermost <see cref="DisposeScope"/> of the thread that made it, if there is one.
    /// Methods with a trailing underscore change the tensor itself.
    /// </remarks>
    public partial class Tensor : IDisposable
    {
        TensorHandle handle;

        internal Tensor(nint tensor)
            : this(new TensorHandle(tensor)) => DisposeScopeManager.Current?.Register(this);

        private protected Tensor(TensorHandle handle) => this.handle = handle;

        /// <summary>How many tensors of libtorch are held from .NET now.</summary>
        public static long TotalCount => Shim.LiveTensors();

        /// <summary>Whether the tensor has been disposed or handed over.</summary>
        public bool IsInvalid => handle.IsClosed;

        internal DisposeScope? OwningDisposeScope { get; set; }

        internal TensorHandle Safe => handle is { IsClosed: false, IsInvalid: false } ? handle : throw new InvalidOperationException("a tensor must not be used after it was disposed.");

        /// <summary>Gives the tensor back to libtorch.</summary>
        public void Dispose()
        {
            OwningDisposeScope?.Detach(this);
            handle.Dispose();
            GC.SuppressFinalize(this);
        }

        /// <summary>Moves the tensor to the scope around its own; without one it belongs to nobody.</summary>
        public Tensor MoveToOuterDisposeScope()
        {
            OwningDisposeScope?.MoveToOuter(this);
            return this;
        }

        /// <summary>Takes the tensor out of every scope; from then on its holder disposes it.</summary>
        public Tensor DetachFromDisposeScope()
        {
            OwningDisposeScope?.Detach(this);
            return this;
        }

        internal TensorHandle MoveHandle()
        {
            TensorHandle moved = Safe;
            OwningDisposeScope?.Detach(this);
            handle = new TensorHandle(0);
            handle.Dispose();
            return moved;
        }

        // The count keeps another thread's Dispose from freeing the tensor in the middle of a call.
        internal nint Hold()
        {
            bool added = false;
            TensorHandle held = Safe;
            held.DangerousAddRef(ref added);
            return held.DangerousGetHandle();
        }

        internal void Release() => handle.DangerousRelease();
    }
}
