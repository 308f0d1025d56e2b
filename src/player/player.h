/* player: clips in an endless loop, as frames, and short sounds. Includes host; knows no widget. */
#pragma once

#include "coach-frame.h"
#include "coach-player-error.h"
#include "coach-player.h"
#include "coach-sound.h"
