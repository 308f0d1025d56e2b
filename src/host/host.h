/* host: what the machine gives. Includes no other module. */
#pragma once

#include "coach-clock.h"
#include "coach-places.h"
#include "coach-presence.h"
#include "coach-region.h"
#include "coach-retry.h"
#include "coach-screen-reader.h"
#include "coach-speech-time.h"
#include "coach-system-clock.h"
