using ParityNet;
using ParityNet.Losses;
using ParityNet.Optimizers;
using ParityNet.Parity.Proving;
using ParityNet.Samples.OwnMath;
using ParityNet.Torch;

IBackend? torch = TorchBackend.Unavailable is null ? new TorchBackend() : null;
if (torch is null)
    Console.WriteLine($"Proving against the definitions alone. {TorchBackend.Unavailable}");
var options = new ProofOptions { Against = torch };

Console.WriteLine(Prove.Loss<float>(new Huber(Delta: 0.5), MyHuber.Loss, options));
Console.WriteLine();
Console.WriteLine(Prove.Optimizer<float>(new Adam(), MyAdam.Step, options));
Console.WriteLine();
Console.WriteLine("And now with mistakes.");
Console.WriteLine();
Console.WriteLine(Prove.Loss<float>(new Huber(Delta: 0.5), MyHuber.Wrong, options));
Console.WriteLine();
Console.WriteLine(Prove.Optimizer<float>(new Adam(), MyAdam.Wrong, options));
