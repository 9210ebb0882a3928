"""Makes `resources/sounds/*.wav`, and `soft/` for calm routines: tones computed with `wave` and `math`, not recorded.

python3 packaging/make_sounds.py [FOLDER]
"""

import math
import struct
import sys
import wave
from dataclasses import dataclass
from pathlib import Path

RATE = 11_025
LOUDEST = 0.55


@dataclass(frozen=True, slots=True)
class Timbre:
    """What is struck: how high and how long against the score, how fast it sets in, and what sounds above the tone."""

    pitch: float
    length: float
    loudest: float
    fade_in_s: float
    overtones: tuple[tuple[float, float], ...]


# A quiet octave and fifth above the tone make a wooden bar of it instead of a telephone
BAR = Timbre(1.0, 1.0, LOUDEST, 0.008, ((1.0, 1.0), (2.0, 0.18), (3.0, 0.07)))
# A bowl rings an octave lower, three times as long, and with overtones that belong to no scale
BOWL = Timbre(0.5, 3.0, 0.38, 0.03, ((1.0, 1.0), (2.71, 0.14), (5.15, 0.03)))


@dataclass(frozen=True, slots=True)
class Tone:
    """One struck bar: when it sounds, how high, how long until it has faded."""

    at_s: float
    hertz: float
    length_s: float
    loudness: float = 1.0


C5, E5, G5, A5, C6, E6 = 523.25, 659.25, 783.99, 880.0, 1046.5, 1318.5

SOUNDS: dict[str, tuple[Tone, ...]] = {
    "get_ready": (Tone(0.0, G5, 0.22), Tone(0.14, C6, 0.32)),
    "tick": (Tone(0.0, A5, 0.10, 0.8),),
    "change": (Tone(0.0, C6, 0.20), Tone(0.13, G5, 0.32)),
    "start": (Tone(0.0, E6, 0.34),),
    "half_way": (Tone(0.0, E5, 0.16, 0.8), Tone(0.16, E5, 0.24, 0.8)),
    "last_set": (Tone(0.0, C5, 0.16), Tone(0.12, E5, 0.16), Tone(0.24, G5, 0.30)),
    "end": (Tone(0.0, C5, 0.22), Tone(0.15, E5, 0.22), Tone(0.30, G5, 0.22), Tone(0.45, C6, 0.55)),
}


def sample(tones: tuple[Tone, ...], second: float, timbre: Timbre) -> float:
    """The loudness at one moment, from -1 to 1 unless tones pile up."""
    level = 0.0
    for tone in tones:
        since, length_s = second - tone.at_s, timbre.length * tone.length_s
        if not 0 <= since < length_s:
            continue
        left = 1 - since / length_s
        envelope = min(1.0, since / timbre.fade_in_s) * left**2
        turn = 2 * math.pi * timbre.pitch * tone.hertz * since
        level += tone.loudness * envelope * sum(share * math.sin(turn * times) for times, share in timbre.overtones)
    return level


def write(path: Path, tones: tuple[Tone, ...], timbre: Timbre = BAR) -> None:
    """One mono WAV file of 16 bits."""
    length_s = max(tone.at_s + timbre.length * tone.length_s for tone in tones)
    levels = [sample(tones, number / RATE, timbre) for number in range(int(length_s * RATE))]
    loudest = max(1.0, *map(abs, levels))
    frames = b"".join(struct.pack("<h", round(32_767 * timbre.loudest * level / loudest)) for level in levels)
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(frames)


def main(folder: Path) -> None:
    """Every sound into `folder`, and once more as a bowl into `soft` below it."""
    (folder / "soft").mkdir(parents=True, exist_ok=True)
    for name, tones in SOUNDS.items():
        write(folder / f"{name}.wav", tones)
        write(folder / "soft" / f"{name}.wav", tones, BOWL)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent.parent / "resources" / "sounds")
