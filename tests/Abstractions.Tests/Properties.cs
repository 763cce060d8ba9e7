using FsCheck.Xunit;
using ParityNet.Tests.Tensors;

// The same cases at every run: a suite that draws its seed fails on some days only.
[assembly: Properties(Replay = "(1,11400714819323198485)", MaxTest = 300, QuietOnSuccess = true, Arbitrary = [typeof(Drawn)])]
