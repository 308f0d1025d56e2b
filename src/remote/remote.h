/* remote: a session as media keys, headsets and phones see it. Uses session and the bus; knows no widget. */
#pragma once

#include "coach-remote.h"
#include "coach-remote-state.h"
