/* voice: what is said aloud, by the person's own speech server. Includes host; knows no session. */
#pragma once

#include "coach-utterance.h"
#include "coach-voice-error.h"
#include "coach-voice-name.h"
#include "coach-voice.h"
